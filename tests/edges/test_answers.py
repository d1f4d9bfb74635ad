import pytest

from katalys_cli import answers
from katalys_cli.model import Language


def test_an_answer_is_a_word_or_a_list(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("role: initiator\nmoney_from: [fund, own-means]\n")

    assert answers.read(path).given == {"role": ["initiator"], "money_from": ["fund", "own-means"]}


def test_json_is_yaml_too(tmp_path):
    path = tmp_path / "mine.json"
    path.write_text('{"role": ["initiator"]}')

    assert answers.read(path).given == {"role": ["initiator"]}


@pytest.mark.parametrize("text", ["", "- role\n", "role: {a: b}\n", "role: [a\n", "role: a\nrole: b\n", "just words"])
def test_anything_else_is_explained(tmp_path, text):
    path = tmp_path / "mine.yaml"
    path.write_text(text)

    with pytest.raises(answers.AnswersError) as error:
        answers.read(path)
    assert "mine.yaml" in error.value.said_in(Language.NL)


def test_a_file_that_is_not_there_is_explained(tmp_path):
    with pytest.raises(answers.AnswersError):
        answers.read(tmp_path / "nope.yaml")
