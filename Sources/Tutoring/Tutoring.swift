// The room Tutoring.
