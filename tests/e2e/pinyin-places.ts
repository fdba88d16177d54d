/** An expression for the page: what sticks out on the right. */
export const tooWide = `[...document.querySelectorAll('main *')]
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
  .map((element) => element.tagName + ' ' + element.textContent.slice(0, 20))`

/** Syllables that can be seen and do not stand above their character, in its middle. */
export const misplaced = `[...document.querySelectorAll('#K1 rt')].filter((above) => {
  const range = document.createRange()
  let character = above.previousSibling
  while (character.nodeType !== 3) character = character.previousSibling
  range.selectNode(character)
  const [a, b] = [above.getBoundingClientRect(), range.getBoundingClientRect()]
  const middle = (box) => (box.left + box.right) / 2
  return a.width > 0 && !(a.top < b.top && Math.abs(middle(a) - middle(b)) < 4)
}).map((above) => above.textContent)`
