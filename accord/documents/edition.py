"""The edition of the papers' wording: raised whenever a letter or a package changes. It stands in each footer."""

EDITION = "1.0"
