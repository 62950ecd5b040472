// The room Clustering.
