"""Tests of casedeck.choose."""  # mirrors the package in src
