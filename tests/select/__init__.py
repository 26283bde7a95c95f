"""Tests of casedeck.select."""  # noqa: A005  # mirrors the package in src
