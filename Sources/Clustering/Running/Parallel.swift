// Work on several threads, with the same result on any number of them.
//
// The rows are cut into chunks of a fixed size. Which thread takes which chunk does not
// matter, because a chunk writes only its own part of the output, and the caller adds up what
// the chunks return in the order of the rows. So a thread takes the next chunk whenever it is
// free, and a slow one holds nobody up.

import Dispatch
import Synchronization

/// How many rows make a chunk: enough to make a thread's trip worthwhile, and few enough that
/// the rows of a chunk and the centers stay in the cache. A multiple of the block width.
let chunkSize = 4096

/// Calls `body` for every chunk of rows with that part of `output`, and returns the results in
/// the order of the rows.
func mapChunks<Element: Sendable, Result: Sendable>(
  of output: inout [Element], size: Int = chunkSize, threads: Int,
  _ body: @Sendable (Range<Int>, inout MutableSpan<Element>) -> Result
) -> [Result] {
  let count = output.count
  return output.withUnsafeMutableBufferPointer { buffer in
    nonisolated(unsafe) let buffer = buffer
    return inChunks(count, size: size, threads: threads) { rows in
      // Disjoint ranges of rows, so no two threads write to the same element.
      var part = UnsafeMutableBufferPointer(rebasing: buffer[rows]).mutableSpan
      return body(rows, &part)
    }
  }
}

/// The same with two outputs, of `width` elements and of one element a row.
func mapChunks<First: Sendable, Second: Sendable, Result: Sendable>(
  of first: inout [First], and second: inout [Second], width: Int = 1, size: Int = chunkSize,
  threads: Int,
  _ body: @Sendable (Range<Int>, inout MutableSpan<First>, inout MutableSpan<Second>) -> Result
) -> [Result] {
  mapChunks(
    of: &first, and: &second, size: size, threads: threads,
    elements: { $0.lowerBound * width..<$0.upperBound * width }, body)
}

/// The same where `elements` tells which of the first output belong to some rows. It grows with
/// the rows, and no element belongs to two of them.
func mapChunks<First: Sendable, Second: Sendable, Result: Sendable>(
  of first: inout [First], and second: inout [Second], size: Int, threads: Int,
  elements: @Sendable (Range<Int>) -> Range<Int>,
  _ body: @Sendable (Range<Int>, inout MutableSpan<First>, inout MutableSpan<Second>) -> Result
) -> [Result] {
  first.withUnsafeMutableBufferPointer { buffer in
    nonisolated(unsafe) let buffer = buffer
    return mapChunks(of: &second, size: size, threads: threads) { rows, second in
      // Disjoint here as well.
      var first = UnsafeMutableBufferPointer(rebasing: buffer[elements(rows)]).mutableSpan
      return body(rows, &first, &second)
    }
  }
}

/// The same with three outputs, of one element a row each.
func mapChunks<First: Sendable, Second: Sendable, Third: Sendable, Result: Sendable>(
  of first: inout [First], and second: inout [Second], and third: inout [Third], threads: Int,
  _ body:
    @Sendable (
      Range<Int>, inout MutableSpan<First>, inout MutableSpan<Second>, inout MutableSpan<Third>
    ) -> Result
) -> [Result] {
  first.withUnsafeMutableBufferPointer { buffer in
    nonisolated(unsafe) let buffer = buffer
    return mapChunks(of: &second, and: &third, threads: threads) { rows, second, third in
      // Disjoint once more.
      var first = UnsafeMutableBufferPointer(rebasing: buffer[rows]).mutableSpan
      return body(rows, &first, &second, &third)
    }
  }
}

/// Calls `body` for every chunk of `0..<count`; the results are in order.
func inChunks<Result: Sendable>(
  _ count: Int, size: Int = chunkSize, threads: Int, _ body: @Sendable (Range<Int>) -> Result
) -> [Result] {
  let chunks = (count + size - 1) / size
  @Sendable func rows(of chunk: Int) -> Range<Int> {
    chunk * size..<min(count, (chunk + 1) * size)
  }
  let threads = min(threads, chunks)
  guard threads > 1 else { return (0..<chunks).map { body(rows(of: $0)) } }

  var results = [Result?](repeating: nil, count: chunks)
  let next = Atomic(0)
  results.withUnsafeMutableBufferPointer { buffer in
    nonisolated(unsafe) let buffer = buffer
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < chunks else { return }
        buffer[chunk] = body(rows(of: chunk))
      }
    }
  }
  return results.compactMap { $0 }
}

/// One array of the arrays that chunks returned.
func joined<Element>(_ chunks: [[Element]]) -> [Element] {
  var all: [Element] = []
  all.reserveCapacity(chunks.reduce(0) { $0 + $1.count })
  for chunk in chunks { all += chunk }
  return all
}

/// As `inChunks`, in batches: after each one `shouldContinue` hears how many elements are done.
func inChunks<Result: Sendable>(
  _ count: Int, size: Int = chunkSize, threads: Int, while shouldContinue: (Int) -> Bool,
  _ body: @Sendable (Range<Int>) -> Result
) throws(ClusteringError) -> [Result] {
  // Enough chunks that the threads seldom wait for the last of a batch.
  let batch = size * 16
  var results: [Result] = []
  for first in stride(from: 0, to: count, by: batch) {
    let rest = min(batch, count - first)
    results += inChunks(rest, size: size, threads: threads) { range in
      body(first + range.lowerBound..<first + range.upperBound)
    }
    guard shouldContinue(first + rest) else { throw .cancelled }
  }
  return results
}

/// As `mapChunks`, in such batches.
func mapChunks<Element: Sendable, Result: Sendable>(
  of output: inout [Element], size: Int, threads: Int, while shouldContinue: (Int) -> Bool,
  _ body: @Sendable (Range<Int>, inout MutableSpan<Element>) -> Result
) throws(ClusteringError) -> [Result] {
  let count = output.count
  return try output.withUnsafeMutableBufferPointer { buffer throws(ClusteringError) in
    nonisolated(unsafe) let buffer = buffer
    return try inChunks(count, size: size, threads: threads, while: shouldContinue) { rows in
      // Disjoint ranges of rows here as well.
      var part = UnsafeMutableBufferPointer(rebasing: buffer[rows]).mutableSpan
      return body(rows, &part)
    }
  }
}

/// The same with two outputs, of `width` elements and of one element a row.
func mapChunks<First: Sendable, Second: Sendable, Result: Sendable>(
  of first: inout [First], and second: inout [Second], width: Int, size: Int, threads: Int,
  while shouldContinue: (Int) -> Bool,
  _ body: @Sendable (Range<Int>, inout MutableSpan<First>, inout MutableSpan<Second>) -> Result
) throws(ClusteringError) -> [Result] {
  return try first.withUnsafeMutableBufferPointer { buffer throws(ClusteringError) in
    nonisolated(unsafe) let buffer = buffer
    return try mapChunks(of: &second, size: size, threads: threads, while: shouldContinue) {
      rows, second in
      let elements = rows.lowerBound * width..<rows.upperBound * width
      var first = UnsafeMutableBufferPointer(rebasing: buffer[elements]).mutableSpan
      return body(rows, &first, &second)
    }
  }
}
