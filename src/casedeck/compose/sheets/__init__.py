"""Facilitator sheets and worksheets."""
