import stat
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from katalys_cli import export, layout
from katalys_cli.blocks import Block, Heading, Paragraph, Point, Points, Steps
from katalys_cli.errors import KatalysError
from katalys_cli.model import Language

NASTY = "1. *Stars*, _lines_, [brackets](x), <tags>, `ticks`, #hash & \\ | ~"


def tokens(text: str, kind: str) -> list[str]:
    """The inner text of every block of this kind, as a CommonMark parser reads it."""
    parsed = MarkdownIt("commonmark").parse(text)
    plain = ["".join(child.content for child in each.children or []) for each in parsed if each.type == "inline"]
    return plain if kind == "inline" else [each.tag for each in parsed if each.type == kind]


@pytest.mark.parametrize(
    "said", [NASTY, "- no list", "+ no list", "# no heading", "3) no list", "> no quote", "=== no heading", "a\\_b"]
)
def test_any_text_is_read_as_just_that_text(said):
    assert tokens(export.markdown([Paragraph(said)]), "inline") == [said]
    assert tokens(export.markdown([Heading(2, said)]), "inline") == [said]
    assert tokens(export.markdown([Steps((said,))]), "inline") == [f"[ ] {said}"]


def test_steps_are_task_list_items():
    assert export.markdown([Steps(("Call.", "Write."))]) == "- [ ] Call.\n- [ ] Write.\n"


def test_a_label_is_bold_and_a_source_has_its_address():
    document: list[Block] = [
        Paragraph("it works", "Why:"),
        Points((Point("A page", "seen", "https://example.org/a_b"),), numbered=True),
    ]

    assert export.markdown(document) == "**Why:** it works\n\n1. A page (seen) <https://example.org/a_b>\n"


def test_html_escapes_the_title_and_gives_boxes_to_tick():
    page = export.html([Heading(1, "<b>"), Steps(("Call.",))], Language.NL)

    assert '<html lang="nl">' in page
    assert "<title>&lt;b&gt;</title>" in page
    assert '<li class="task"><input type="checkbox">Call.</li>' in page


def test_in_html_the_number_of_a_source_leads_to_it():
    claims: list[Block] = [Heading(1, "Advice"), Points((Point("So says the law. [2]"),))]
    sources = Points((Point("A page", url="https://example.org/a"), Point("A law")), numbered=True)

    page = export.html([*claims, Heading(2, "Sources"), sources], Language.EN)

    assert 'So says the law. <a href="#source-2">[2]</a>' in page
    assert '<li id="source-1">A page' in page
    assert '<li id="source-2">A law</li>' in page
    assert "source-" not in export.html(claims[:1], Language.EN)


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_screen_but_an_address(width):
    document: list[Block] = [
        Heading(1, "word " * 30),
        Paragraph("word " * 50, "Why:"),
        Points((Point("word " * 40, url="https://x/" + "y" * 200),)),
    ]
    wide = [line for line in layout.lines(document, width) if len(line.text) > width]

    assert [line.look for line in wide] == [layout.Look.LINK]


def test_a_file_is_written_whole(tmp_path):
    written = export.write(tmp_path / "a.md", "text\n", force=False)

    assert written == tmp_path / "a.md"
    assert written.read_text() == "text\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_an_existing_file_stays_unless_forced(tmp_path):
    (tmp_path / "a.md").write_text("mine")

    with pytest.raises(KatalysError, match="output-exists"):
        export.write(tmp_path / "a.md", "new", force=False)
    assert (tmp_path / "a.md").read_text() == "mine"


def test_a_replaced_file_keeps_its_rights(tmp_path):
    (tmp_path / "a.md").write_text("mine")
    (tmp_path / "a.md").chmod(0o600)
    export.write(tmp_path / "a.md", "new", force=True)

    assert (tmp_path / "a.md").read_text() == "new"
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o600


def test_a_link_is_written_through(tmp_path):
    (tmp_path / "real.md").write_text("mine")
    (tmp_path / "a.md").symlink_to(tmp_path / "real.md")
    export.write(tmp_path / "a.md", "new", force=True)

    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


@pytest.mark.parametrize("path", ["nowhere/a.md", "file/a.md"])
def test_a_place_that_cannot_be_written_is_said(tmp_path, path):
    (tmp_path / "file").write_text("")

    with pytest.raises(KatalysError) as error:
        export.write(tmp_path / Path(path), "new", force=False)
    assert "(die map of dat bestand is er niet)" in error.value.said_in(Language.NL)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(KatalysError, match="output-is-a-folder"):
        export.write(tmp_path, "new", force=True)
