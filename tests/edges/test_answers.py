import pytest

from katalys_cli import answers
from katalys_cli.errors import KatalysError
from katalys_cli.model import Language
from tests.builders import choices, small_base


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
    with pytest.raises(answers.AnswersError) as error:
        answers.read(tmp_path / "nope.yaml")
    assert error.value.said_in(Language.EN).endswith("nope.yaml: there is no such folder or file.")


def test_answers_are_written_whole_and_read_again(tmp_path):
    path = answers.write(tmp_path / "mine.yaml", small_base(), choices(role="alderman"), Language.EN, force=False)

    assert answers.read(path).given == {"role": ["alderman"]}
    assert answers.read(path).read_as == {"role": "Who are you? | Alderman"}


def test_a_file_of_answers_is_not_lost(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("precious")

    with pytest.raises(KatalysError):
        answers.write(path, small_base(), choices(role="alderman"), Language.EN, force=False)
    assert path.read_text() == "precious"


def test_a_report_without_answers_is_explained(tmp_path):
    path = tmp_path / "notes.md"
    path.write_text("# Notes\n")

    with pytest.raises(answers.AnswersError) as error:
        answers.read(path)
    assert "There are no answers in" in error.value.said_in(Language.EN)
