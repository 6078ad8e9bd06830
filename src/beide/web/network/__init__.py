"""The network: transition and innovation, explored, discovered and learnt from, in rounds."""
