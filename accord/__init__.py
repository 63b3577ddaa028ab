"""accord: the engine of the Bank Negotiation Workbook. Answers in, plans and papers out."""
