"""Partnerships: customers and partners one explores with, guests from outside, and readiness."""
