"""Models to pages: every decision about what stands where is taken here."""
