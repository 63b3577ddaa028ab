"""Chapter 6 · Follow up: terms in writing, payments on time, both sides watched, a calm end."""

from components import article, follow_up, payments
from components.page import close_page, open_page

case = open_page("follow_up")

article.section("6.1")
agreement = follow_up.choose_agreement(case)
follow_up.fields(agreement)
follow_up.checker(agreement)
follow_up.confirmation(case, agreement)

payments.title(agreement)
payments.calendar(case, agreement)
payments.ledger(case, agreement)
payments.watch(case, agreement)

article.section("6.2")
follow_up.update_letter(case, agreement)
article.folded("6.3")
article.aside("follow_up")

close_page("follow_up")
