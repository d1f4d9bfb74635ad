from katalys_cli import export
from katalys_cli.matrix import Cell, document, matrix
from katalys_cli.model import Language
from katalys_cli.report import Teller
from tests.builders import DAY, small_base

TELLER = Teller(small_base(), Language.EN, DAY)


def test_every_role_and_obstacle_has_a_count():
    cells = matrix(TELLER, 1).cells

    assert len(cells) == 6
    assert Cell("initiator", "no-money", 3) in cells
    assert Cell("alderman", "no-permit", 1) in cells


def test_thin_cells_are_pointed_out():
    thin = matrix(TELLER, 2).thin
    written = export.text(document(matrix(TELLER, 2), TELLER))

    assert Cell("alderman", "no-money", 1) in thin
    assert "no-money   3  1!  1!" in written
    assert "4 times fewer than 2 tips (!)." in written


def test_the_table_in_other_forms():
    drawn = document(matrix(TELLER, 1), TELLER)

    assert "| no-money | 3 | 1 | 1 |" in export.markdown(drawn)
    assert "<td>no-money</td>" in export.html(drawn, Language.EN)
    assert export.csv(drawn).splitlines()[:2] == ["obstacle,initiator,alderman,council-member", "no-money,3,1,1"]
