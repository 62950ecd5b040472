// The distance to a union from the distances to its halves, for whole rows of a matrix.
//
// For single, complete and average linkage it follows from the two distances and the two sizes
// alone: the smaller, the larger, the mean weighted with the sizes. A merge of A and B folds row
// B into row A, and in every other row the two columns into one. Ward's linkage never gets here:
// it asks for the distance between A and B, too, and needs no matrix (WardMerging).

/// Two places that become one, at the first of them.
struct Fold: Sendable {
  let first: Int
  let second: Int

  /// The share of each half in the size of the union.
  let firstShare: Double
  let secondShare: Double

  init(_ first: Int, _ second: Int, sizes: (first: Int, second: Int)) {
    self.first = first
    self.second = second
    firstShare = Double(sizes.first) / Double(sizes.first + sizes.second)
    secondShare = Double(sizes.second) / Double(sizes.first + sizes.second)
  }
}

/// What happens to the columns of a matrix when many pairs are merged: the pairs are folded,
/// then what is left moves together.
struct Contraction: Sendable {
  let folds: [Fold]

  /// For each column afterwards the one that it was before, ascending.
  private(set) var columns: [Int32] = []

  /// For each column afterwards its fold, if it has one.
  private(set) var foldOfColumn: [Fold?] = []

  /// The columns in `left` remain, but for the second of each fold.
  init(of left: [Int], columnCount: Int, folds: [Fold]) {
    self.folds = folds
    var fold = [Fold?](repeating: nil, count: columnCount)
    var isGone = [Bool](repeating: false, count: columnCount)
    for pair in folds {
      fold[pair.first] = pair
      isGone[pair.second] = true
    }
    for column in left where !isGone[column] {
      columns.append(Int32(column))
      foldOfColumn.append(fold[column])
    }
  }
}

extension Agglomerative.Linkage {
  /// Folds the rows of two halves into that of the union; without a fold there is but one, and
  /// it is copied.
  func foldRows(
    _ first: MatrixRow, _ second: MatrixRow, by fold: Fold?, into union: MatrixRow
  ) {
    guard let fold else {
      for i in union.indices { union[i] = first[i] }
      return
    }
    let (a, b) = (fold.firstShare, fold.secondShare)
    switch self {
    case .single: for i in union.indices { union[i] = min(first[i], second[i]) }
    case .complete: for i in union.indices { union[i] = max(first[i], second[i]) }
    case .average: for i in union.indices { union[i] = a * first[i] + b * second[i] }
    case .ward: preconditionFailure("Ward's linkage needs no matrix")
    }
  }

  /// Folds the columns of a row, and moves what is left to the front of `target`. That may be
  /// the row itself: no column moves back, so none is overwritten before it has moved.
  func contract(_ row: MatrixRow, by contraction: Contraction, into target: MatrixRow) {
    foldColumns(of: row, contraction.folds.span)
    let columns = contraction.columns.span
    for j in columns.indices { target[j] = row[Int(columns[j])] }
  }

  private func foldColumns(of row: MatrixRow, _ folds: Span<Fold>) {
    switch self {
    case .single:
      for i in folds.indices {
        row[folds[i].first] = min(row[folds[i].first], row[folds[i].second])
      }
    case .complete:
      for i in folds.indices {
        row[folds[i].first] = max(row[folds[i].first], row[folds[i].second])
      }
    case .average:
      for i in folds.indices {
        let fold = folds[i]
        row[fold.first] = fold.firstShare * row[fold.first] + fold.secondShare * row[fold.second]
      }
    case .ward: preconditionFailure("Ward's linkage needs no matrix")
    }
  }
}
