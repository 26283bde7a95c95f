"""Tests of casedeck.select."""  # mirrors the package in src
