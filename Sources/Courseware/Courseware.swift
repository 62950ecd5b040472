// The room Courseware.
