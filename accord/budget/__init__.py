"""What can be paid and still live.

- `means`: the household's month, from the answers
- `affordability`: the arithmetic of surplus, ratios and fair shares
- `payoff_order`: which of several debts to pay off first
- `creditors`: several creditors and one month, shared by a named rule
- `stress`: how long a payment can be kept up when life gets in the way
- `assumptions`: every figure the futures rest on, with range and source
- `chances`: a share of futures in plain words
- `promise`: how often a plan is paid to the end, beside what would be kept; private
- `sensitivity`: which input breaks the plan first; private
"""
