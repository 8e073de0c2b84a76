"""How a workbook is understood as a telephone list: pure rules, no database.

``columns`` finds the heading and what each column is; ``rows`` tells wings, lines and
footnotes apart; ``lines`` makes a line of the list from a row's cells.
"""
