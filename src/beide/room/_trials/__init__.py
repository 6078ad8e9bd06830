"""Made-up organisations of which everything is known, to try the engine on."""
