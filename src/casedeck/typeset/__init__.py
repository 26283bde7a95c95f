"""Setting type: fonts, breaking text into lines, and finding the largest size that fits."""
