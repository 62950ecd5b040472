import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an SVG file holds, read by an XML parser that knows nothing of how it was written.
final class SVGPicture: NSObject, XMLParserDelegate {
  struct Words: Equatable {
    var text: String
    let x: Double
    let y: Double
    /// The width that it was given; nil where it has its own.
    let width: Double?
  }

  private(set) var title = ""
  private(set) var about = ""
  private(set) var words: [Words] = []
  /// The places of marks by class.
  private(set) var marks: [String: [(x: Double, y: Double)]] = [:]
  private(set) var elements: [String: Int] = [:]
  private(set) var numbers: [Double] = []
  private var open: [String] = []

  init?(_ file: String) {
    super.init()
    let parser = XMLParser(data: Data(file.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(name)
    elements[name, default: 0] += 1
    func number(_ key: String) -> Double? { attributes[key].flatMap(Double.init) }
    for key in ["x", "y", "width", "height", "textLength", "stroke-width"] {
      if let value = attributes[key], !value.hasSuffix("%") {
        numbers.append(Double(value) ?? .nan)
      }
    }
    if name == "text", let x = number("x"), let y = number("y") {
      words.append(Words(text: "", x: x, y: y, width: number("textLength")))
    }
    if name == "path", let kind = attributes["class"], let path = attributes["d"] {
      for part in path.split(separator: "M") {
        let pair = part.split(maxSplits: 2) { $0 == " " || $0 == "m" || $0 == "L" }
        guard pair.count > 1, let x = Double(pair[0]), let y = Double(pair[1]) else {
          numbers.append(.nan)
          continue
        }
        marks[kind, default: []].append((x, y))
      }
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    switch open.last {
    case "title": title += text
    case "desc": about += text
    case "text": words[words.count - 1].text += text
    default: break
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) { open.removeLast() }
}
