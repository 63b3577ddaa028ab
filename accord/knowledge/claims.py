"""Which figures of the bank's papers a paper backs: what the person said, else what its row of the checklist is for."""

from __future__ import annotations

from accord.case import Claim, Evidence

ROWS: dict[str, tuple[Claim, ...]] = {
    "id_card": (Claim.IDENTITY,),
    "statements": (Claim.INCOME, Claim.SPENDING),
    "debt_bills": (Claim.DEBT,),
    "credit_report": (Claim.DEBT,),
    "household_register": (Claim.HOUSEHOLD,),
    "leaving_certificate": (Claim.CAUSE,),
    "unemployment_benefit": (Claim.CAUSE, Claim.INCOME),
    "last_payslips": (Claim.INCOME,),
    "pay_cut_notice": (Claim.CAUSE, Claim.INCOME),
    "social_insurance": (Claim.CAUSE,),
    "tax_record": (Claim.INCOME,),
    "diagnosis": (Claim.CAUSE,),
    "medical_bills": (Claim.SPENDING,),
    "sick_leave": (Claim.CAUSE,),
    "disability_card": (Claim.CAUSE,),
    "business_closing": (Claim.CAUSE,),
    "business_books": (Claim.INCOME,),
    "unpaid_invoices": (Claim.INCOME,),
    "lease_end": (Claim.CAUSE,),
    "divorce_paper": (Claim.CAUSE, Claim.HOUSEHOLD),
    "alimony": (Claim.SPENDING,),
    "new_rent": (Claim.SPENDING,),
    "disaster_notice": (Claim.CAUSE,),
    "loss_photos": (Claim.CAUSE,),
    "insurance_claim": (Claim.CAUSE,),
    "relief_payment": (Claim.INCOME,),
    "care_relation": (Claim.HOUSEHOLD,),
    "care_costs": (Claim.SPENDING,),
    "leave_for_care": (Claim.CAUSE,),
    "spending_change": (Claim.SPENDING,),
    "spending_before_after": (Claim.SPENDING,),
}
"""By the checklist's rows. A job search, an own budget and an own statement prove no figure by themselves."""


def backs(paper: Evidence) -> tuple[Claim, ...]:
    """Return the figures that a paper backs."""
    return tuple(paper.claims) or ROWS.get(paper.item, ())
