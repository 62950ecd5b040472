// The room Experiments.
