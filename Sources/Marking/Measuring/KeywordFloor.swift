// The simplest marker there is, to stand beside a real one: a point is made where half of the
// content words of its idea occur anywhere in the answer.

/// What counting key words would credit.
package func keywordJudgement(
  _ answer: String, of points: [(id: String, idea: String)]
) -> Judgement {
  let said = contentWords(of: answer)
  let credited = points.filter { point in
    let wanted = contentWords(of: point.idea)
    return !wanted.isEmpty && 2 * wanted.intersection(said).count >= wanted.count
  }
  return Judgement(credited: Set(credited.map(\.id)))
}

private func contentWords(of text: String) -> Set<String> {
  let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(
    String.init)
  return Set(words.filter { ($0.count > 1 || $0 == "k") && !EverydayWords.small.contains($0) })
}
