// Lists in ascending order, as those of the labels that occur.

/// Ascending values, each once.
func distinct(_ ascending: [Int]) -> [Int] {
  var distinct: [Int] = []
  for value in ascending where value != distinct.last { distinct.append(value) }
  return distinct
}

/// Where a value that is there stands among distinct, ascending values, in O(log n).
func position(of value: Int, in distinct: [Int]) -> Int {
  // Values without a gap, as labels mostly are, stand where their number says.
  let likely = value &- distinct[0]
  if distinct.indices.contains(likely), distinct[likely] == value { return likely }
  var (low, high) = (0, distinct.count - 1)
  while low < high {
    let middle = (low + high) / 2
    if distinct[middle] < value { low = middle + 1 } else { high = middle }
  }
  return low
}
