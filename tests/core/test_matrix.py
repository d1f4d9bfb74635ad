from katalys_cli import export, layout
from katalys_cli.matrix import Cell, document, matrix
from katalys_cli.model import Language
from katalys_cli.report import Teller
from tests.builders import DAY, small_base

TELLER = Teller(small_base(), Language.EN, DAY)


def test_every_role_and_obstacle_has_a_count():
    cells = matrix(TELLER, 1).cells

    assert len(cells) == 6
    assert Cell("initiator", "no-money", 3, "initiator") in cells
    assert Cell("alderman", "no-permit", 1, "alderman") in cells


def test_thin_cells_are_pointed_out():
    thin = matrix(TELLER, 2).thin
    written = export.text(document(matrix(TELLER, 2), TELLER))

    assert Cell("alderman", "no-money", 1, "alderman") in thin
    assert "no-money   3  1!  1!" in written
    assert "4 times fewer than 2 tips (!)." in written


def test_the_table_in_other_forms():
    drawn = document(matrix(TELLER, 1), TELLER)

    assert "| no-money | 3 | 1 | 1 |" in export.markdown(drawn)
    assert "<td>no-money</td>" in export.html(drawn, Language.EN)
    assert export.csv(drawn).splitlines()[:2] == ["obstacle,initiator,alderman,council-member", "no-money,3,1,1"]


def test_by_the_answers_to_a_question_what_may_come_is_counted():
    by_form = matrix(TELLER, 1, "legal_form", frozenset({"initiator"})).cells

    assert [cell.tips for cell in by_form if cell.obstacle == "no-money"] == [2, 2, 2]
    assert {cell.role for cell in by_form} == {"initiator"}


def test_larger_counts_are_shaded_darker():
    shaded = [line.shades for line in layout.lines(document(matrix(TELLER, 1), TELLER), 80) if line.shades]

    assert shaded[0] == ((10, 12, 4), (13, 15, 2), (16, 18, 2))
