// The full-screen face: a scene becomes a grid of cells, a key becomes an event. All that it
// remembers is how far the page is scrolled, and what it has drawn; everything else stands in the
// scene, so the same scene at the same size gives the same picture.

package import Charts
package import Screen
package import Tutoring

package struct FullScreen: Sendable {
  /// Of the terminal; follows a resize.
  package var size: Size
  package let glyphs: GlyphSet
  let album = Album()
  var viewport = Viewport()

  package init(size: Size, glyphs: GlyphSet) {
    self.size = size
    self.glyphs = glyphs
  }

  /// The picture of a scene, and the place of the text cursor where a text is being written.
  package func draw(_ scene: Scene) -> (surface: Surface, cursor: (x: Int, y: Int)?) {
    guard Frame.fits(size) else { return (Frame.notice(ofSize: size, glyphs: glyphs), nil) }
    var frame = Frame(of: scene, size: size)
    let page = Page(of: scene, size: frame.body.size, glyphs: glyphs, album: album)
    if let find = scene.find {
      let isOnPage = page.hitLines != nil
      let isInTitle = frame.mark(find, isOnPage: isOnPage)
      frame.tell(find, isSeen: isOnPage || isInTitle)
    }
    let offset = viewport.offset(on: page, of: scene)
    var pen = Pen(surface: Surface(size), glyphs: glyphs)
    frame.draw(page.position(at: offset), with: &pen)
    let cursor = page.draw(from: offset, in: frame.body, with: &pen)
    return (pen.surface, cursor ?? frame.caret)
  }
}
