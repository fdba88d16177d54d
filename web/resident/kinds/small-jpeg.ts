const longestSide = 1_600

/** A photo drawn anew, small: what it told of place, time and camera stays behind. */
export async function smallJpeg(file: Blob): Promise<string> {
  const address = URL.createObjectURL(file)
  try {
    const photo = new Image()
    photo.src = address
    await photo.decode()
    const { naturalWidth, naturalHeight } = photo
    const scale = Math.min(1, longestSide / Math.max(naturalWidth, naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = naturalWidth * scale
    canvas.height = naturalHeight * scale
    canvas.getContext('2d')?.drawImage(photo, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/jpeg', 0.8)
  } finally {
    URL.revokeObjectURL(address)
  }
}
