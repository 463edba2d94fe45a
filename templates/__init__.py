"""Templates, clauses, starters and fonts, packaged as generator.templates."""
