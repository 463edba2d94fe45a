"""Word: compiles templates and clause texts once, judges them, and renders them to the same bytes."""
