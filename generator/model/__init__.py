"""Frozen values that mirror the schemas; no behaviour, no lines, no locale."""
