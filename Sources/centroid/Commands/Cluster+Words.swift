// The core's own words are those of the command line.

public import ArgumentParser
public import Clustering

extension Scaling: ExpressibleByArgument {}
extension Agglomerative.Linkage: ExpressibleByArgument {}
