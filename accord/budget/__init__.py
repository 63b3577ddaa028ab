"""What can be paid and still live.

- `means`: the household's month, from the answers
- `affordability`: the arithmetic of surplus, ratios and fair shares
- `payoff_order`: which of several debts to pay off first
- `stress`: how long a payment can be kept up when life gets in the way
"""
