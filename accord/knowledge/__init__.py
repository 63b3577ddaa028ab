"""What is known, with its sources: rules as rows, the texts of the chapters, cards, checklists."""
