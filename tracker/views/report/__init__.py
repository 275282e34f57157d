"""A report in words, and each form that it takes: text, page, mail, document, workbook."""
