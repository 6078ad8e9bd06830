"""The pages of a session: for its guide, on the big screen, on phones and on paper."""
