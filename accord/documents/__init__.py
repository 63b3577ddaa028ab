"""Papers: one list of blocks, drawn as PDF, plain text, e-mail, page images, calendar and spreadsheet."""
