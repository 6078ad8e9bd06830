"""The pages of when it goes well."""
