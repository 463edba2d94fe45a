"""JSON Schemas, packaged as generator.schemas."""
