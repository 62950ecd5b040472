// The room LineMode.
