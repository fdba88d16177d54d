/**
 * On a shared phone each page takes the place of the one before, so that no swipe back leads into the pages of
 * the person before, or to what another child's guardian agreed to.
 */
export function leaveNoTrail() {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
    if (!link || event.defaultPrevented || link.origin !== location.origin) return
    if (link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    location.replace(link.href)
  })
}
