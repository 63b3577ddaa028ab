"""Photos and PDFs of papers, made safe: read in a process of their own, kept as plain JPEG pages without metadata."""
