"""The exchange: insights between both modes, and the page that shows both."""
