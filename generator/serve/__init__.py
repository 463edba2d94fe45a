"""Watch mode and live preview: builds again whenever an input changes."""
