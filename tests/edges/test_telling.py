from katalys_cli.telling import folded


def test_a_short_text_stays_as_it_is():
    assert folded("  - kort\n\nklaar", 20) == "  - kort\n\nklaar"


def test_a_point_goes_on_under_its_first_word():
    assert folded("  3. een twee drie vier", 16) == "  3. een twee\n     drie vier"


def test_no_word_is_broken_and_none_is_lost():
    text = "katalys: https://example.org/zeer/lang en `katalys list obstacles`"

    assert folded(text, 20).split() == text.split()
