"""The plan as a workbook: a programme with its measures, taken out, changed in Excel, and read back in.

One workbook holds one programme. The event it was taken out at stands in it, so what others changed since is seen.
"""
