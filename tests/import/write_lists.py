"""Writes lists of people with Python's csv module and openpyxl, as the JSON file says that is its argument."""

import csv
import json
import sys

import openpyxl
from openpyxl.styles import Font


def write_text(path, sheet, how):
    encoding = "utf-8" if how["encoding"] == "utf-8" else how["encoding"]
    with open(path, "w", encoding=encoding, newline="") as file:
        if how["mark"]:
            file.write("\ufeff")
        if how["declared"]:
            file.write(f"sep={how['separator']}{how['lineEnd']}")
        quoting = csv.QUOTE_ALL if how["quoteAll"] else csv.QUOTE_MINIMAL
        writer = csv.writer(file, delimiter=how["separator"], lineterminator=how["lineEnd"], quoting=quoting)
        writer.writerows(sheet["lines"])


def write_workbook(path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, sheet in enumerate(sheets):
        page = book.create_sheet(sheet["name"])
        for line, cells in enumerate(sheet["lines"], start=1):
            for column, value in enumerate(cells, start=1):
                if value != "":
                    page.cell(line, column, value).data_type = "s"
        for line, column, lines, columns in sheet["merged"]:
            page.merge_cells(
                start_row=line, start_column=column + 1, end_row=line + lines - 1, end_column=column + columns
            )
        for line in sheet["hiddenLines"]:
            page.row_dimensions[line].hidden = True
        if number % 2 == 0:
            # As spreadsheets leave it when somebody formats a whole column: a last line with nothing in it.
            page.cell(1_048_576, 3).font = Font(bold=True)
        if sheet["hidden"]:
            page.sheet_state = "hidden"
    book.active = len(sheets) - 1
    book.save(path)


with open(sys.argv[1], encoding="utf-8") as asked:
    tasks = json.load(asked)
for task in tasks:
    if task["path"].endswith(".xlsx"):
        write_workbook(task["path"], task["list"]["sheets"])
    else:
        write_text(task["path"], task["list"]["sheets"][-1], task["list"]["csv"])
