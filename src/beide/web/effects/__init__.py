"""Effects: what an initiative or experiment did to an outcome, by a plan that was made before."""
