"""The four forms of change, told apart by what changes."""

from enum import StrEnum

from beide.change.modes import Mode, Rhythm


class Form(StrEnum):
    """A form of change.

    It follows from two answers: does the configuration change (systems, processes, structures),
    and does the paradigm shift (ways of thinking, assumptions, values)? Everything else about a
    form is derived from these.

    >>> Form.of(configuration_changes=False, paradigm_shifts=True)
    <Form.TRANSITION: 'transition'>
    """

    IMPROVEMENT = "improvement"
    RENEWAL = "renewal"
    TRANSITION = "transition"
    INNOVATION = "innovation"

    @classmethod
    def of(cls, *, configuration_changes: bool, paradigm_shifts: bool) -> "Form":
        """Return the form that belongs to two answers.

        Parameters
        ----------
        configuration_changes
            Whether systems, processes or structures change.
        paradigm_shifts
            Whether ways of thinking, assumptions or values shift.

        Returns
        -------
        Form
            The one form with exactly these two answers.
        """
        answers = (configuration_changes, paradigm_shifts)
        return next(
            form for form in cls if (form.configuration_changes, form.paradigm_shifts) == answers
        )

    @property
    def configuration_changes(self) -> bool:
        """Whether systems, processes or structures change."""
        return self in (Form.RENEWAL, Form.INNOVATION)

    @property
    def paradigm_shifts(self) -> bool:
        """Whether ways of thinking, assumptions or values shift."""
        return self in (Form.TRANSITION, Form.INNOVATION)

    @property
    def mode(self) -> Mode:
        """The mode that carries this form: thinking anew asks for the network."""
        return Mode.NETWORK if self.paradigm_shifts else Mode.HIERARCHY

    @property
    def rhythm(self) -> Rhythm:
        """The rhythm of the mode that carries this form."""
        return self.mode.rhythm
