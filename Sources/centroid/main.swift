print("centroid")
