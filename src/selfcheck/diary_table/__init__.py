"""Lists of incidents from and for a spreadsheet, and a blank one for paper.

`opening` turns a file into rows of text, `columns` finds out what each column holds,
`rows` reads one row, `bringing_in` plans what goes into the diary and says why the rest
does not, `taking_out` writes the list, `blank_sheet` a page to print.
"""
